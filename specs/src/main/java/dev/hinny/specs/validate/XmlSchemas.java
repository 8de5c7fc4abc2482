package dev.hinny.specs.validate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML schemas and the documents that they describe; no external entity is ever loaded. */
public final class XmlSchemas {
    private XmlSchemas() {}

    static Schema compile(String xsd) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setErrorHandler(new Collector(new ArrayList<>(), true));
        return factory.newSchema(new StreamSource(new StringReader(xsd)));
    }

    /** Why a text is no usable XML schema; empty where it is one or where it needs other files. */
    public static Optional<String> problem(String xsd) {
        try {
            compile(xsd);
            return Optional.empty();
        } catch (SAXException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("accessExternalSchema") || message.contains("src-resolve")
                    ? Optional.empty()
                    : Optional.of(message);
        }
    }

    /** Why a document does not fit a schema; empty where it does, or where the schema cannot be used. */
    public static Optional<String> validate(String xsd, String document) {
        Schema schema;
        try {
            schema = compile(xsd);
        } catch (SAXException e) {
            return Optional.empty();
        }
        return validate(schema, new ByteArrayInputStream(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .stream()
                .findFirst();
    }

    static List<String> validate(Schema schema, InputStream document) {
        List<String> found = new ArrayList<>();
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collector(found, false));
            validator.validate(new StreamSource(document));
        } catch (SAXException | IOException e) {
            found.add(String.valueOf(e.getMessage()));
        }
        return found;
    }

    static List<String> wellFormed(InputStream document) {
        List<String> found = new ArrayList<>();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            factory.newSAXParser().parse(new InputSource(document), new DefaultHandler());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            found.add("invalid XML: " + e.getMessage());
        }
        return found;
    }

    /** Collects errors, or throws the first. */
    private record Collector(List<String> found, boolean strict) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            if (strict) {
                throw e;
            }
            if (found.size() < ShapeValidator.LIMIT) {
                found.add(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
