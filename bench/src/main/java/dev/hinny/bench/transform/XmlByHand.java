package dev.hinny.bench.transform;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Four fields of each record, from XML to JSON with a parser and Jackson's generator by hand. */
final class XmlByHand {
    private static final JsonFactory JSON = new JsonFactory();

    private XmlByHand() {}

    static Transform aalto() {
        return new Streaming(new InputFactoryImpl());
    }

    static Transform woodstox() {
        return new Streaming(new WstxInputFactory());
    }

    /** A StAX reader: each field is kept when it is met, each record written when it ends. */
    private static final class Streaming implements Transform {
        private final XMLInputFactory factory;

        Streaming(XMLInputFactory factory) {
            this.factory = factory;
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        }

        @Override
        public byte[] apply(byte[] document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(document));
                to.writeStartArray();
                String id = "";
                String name = "";
                String city = "";
                String total = "";
                while (in.hasNext()) {
                    int event = in.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (in.getLocalName()) {
                            case "record" -> id = in.getAttributeValue(null, "id");
                            case "name" -> name = in.getElementText();
                            case "city" -> city = in.getElementText();
                            case "amount" -> total = in.getElementText();
                            default -> {}
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT
                            && in.getLocalName().equals("record")) {
                        write(to, id, name, city, total);
                    }
                }
                to.writeEndArray();
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
            return out.toByteArray();
        }
    }

    /** The whole document as a tree. */
    static final class Tree implements Transform {
        private final DocumentBuilder builder;

        Tree() {
            try {
                builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] apply(byte[] document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                Element root = builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
                to.writeStartArray();
                for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element record) {
                        write(
                                to,
                                record.getAttribute("id"),
                                child(child(record, "customer"), "name").getTextContent(),
                                child(child(record, "address"), "city").getTextContent(),
                                child(record, "amount").getTextContent());
                    }
                }
                to.writeEndArray();
            } catch (SAXException | IOException e) {
                throw new IllegalStateException(e);
            }
            return out.toByteArray();
        }

        private static Element child(Element parent, String name) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && element.getTagName().equals(name)) {
                    return element;
                }
            }
            throw new IllegalStateException("there is no " + name);
        }
    }

    private static void write(JsonGenerator to, String id, String name, String city, String total) {
        to.writeStartObject();
        to.writeStringProperty("id", id);
        to.writeStringProperty("name", name);
        to.writeStringProperty("city", city);
        to.writeStringProperty("total", total);
        to.writeEndObject();
    }
}
