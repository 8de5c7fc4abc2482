package dev.hinny.lang.excel;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.hinny.base.ProblemException;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.FormatException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Goes through a part's XML element by element. Names are compared without their namespace: strict files have other ones. */
final class PartReader implements AutoCloseable {
    /** A cell may hold 32,767 characters; a part's own texts (formats, names) are shorter. */
    private static final int MAX_TEXT = 1_000_000;

    private static final XMLInputFactory FACTORY = factory();

    private final String place;
    private final InputStream in;
    private final XMLStreamReader xml;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    PartReader(Archive archive, String part) {
        this.place = archive.name() + "!" + part;
        this.in = archive.open(part);
        try {
            this.xml = FACTORY.createXMLStreamReader(in, "UTF-8");
        } catch (XMLStreamException e) {
            throw ExcelFormat.bad(SourceSpan.file(place), String.valueOf(e.getMessage()), "check the file", e);
        }
    }

    /** The next start of an element, or end of the one whose name is given; false at that end and at the document's. */
    boolean next(String until) {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(until)) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private int advance() {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw bad("a document type declaration is not allowed");
            }
            return event;
        } catch (XMLStreamException e) {
            throw bad(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw bad("the XML is damaged", e);
        }
    }

    String name() {
        return xml.getLocalName();
    }

    /** The attribute's value, null when it is not there. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                try {
                    return xml.getAttributeValue(i);
                } catch (RuntimeException e) {
                    throw bad("the XML is damaged", e);
                }
            }
        }
        return null;
    }

    /** The attribute's value as a number, the other when it is not there or none. */
    int number(String name, int otherwise) {
        String text = attribute(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean flag(String name) {
        String text = attribute(name);
        return text != null && (text.equals("1") || text.equals("true"));
    }

    /** The text up to the end of the current element, without that of elements in it. */
    String text() {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        append(text);
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw bad("the part ends too early");
                default -> {}
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        try {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw bad("the XML is damaged", e);
        }
        if (text.length() > MAX_TEXT) {
            throw bad("a text of more than " + MAX_TEXT + " characters");
        }
    }

    /** Rich text: the parts of a string item, without the hints for pronunciation. */
    String richText(String until) {
        StringBuilder text = new StringBuilder();
        while (next(until)) {
            switch (name()) {
                case "t" -> text.append(text());
                case "rPh" -> skip("rPh");
                default -> {}
            }
            if (text.length() > MAX_TEXT) {
                throw bad("a text of more than " + MAX_TEXT + " characters");
            }
        }
        return Escapes.decode(text.toString());
    }

    private void skip(String element) {
        while (next(element)) {
            // nothing in it is wanted
        }
    }

    FormatException bad(String what) {
        return bad(what, null);
    }

    private FormatException bad(String what, @Nullable Throwable cause) {
        Location at = xml.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNumber());
        int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
        return ExcelFormat.bad(new SourceSpan(place, line, column, line, column, 0, 0), what, "check the file", cause);
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | java.io.IOException e) {
            throw bad(String.valueOf(e.getMessage()), e);
        }
    }
}
