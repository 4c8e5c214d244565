package org.broadsheet.feed.repair;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.JDOMFactory;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.SAXHandler;
import org.jdom2.input.sax.SAXHandlerFactory;
import org.jdom2.input.sax.XMLReaders;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads XML as the standard wants it, and refuses a DOCTYPE: nothing that a feed declares is ever expanded or fetched. */
final class StrictXml {
    // No lambda: JDK 17 crashes when it archives one of an interface as old as this one.
    private static final SAXHandlerFactory SHALLOW = new SAXHandlerFactory() {
        @Override
        public SAXHandler createSAXHandler(JDOMFactory factory) {
            return new ShallowHandler(factory);
        }
    };

    private StrictXml() {}

    /** @throws NotSoundException when it is not well-formed, has a DOCTYPE, or is deeper than any feed */
    static Document parse(String text) throws NotSoundException {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setExpandEntities(true);
        builder.setSAXHandlerFactory(SHALLOW);
        try {
            return builder.build(new StringReader(text));
        } catch (JDOMException | IOException | IllegalArgumentException e) {
            // JDOM throws the last of these for names that the parser lets pass.
            throw new NotSoundException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The text is no sound XML; the message is the XML parser's. */
    static final class NotSoundException extends Exception {
        private static final long serialVersionUID = 1L;

        NotSoundException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What reads the tree later goes down by recursion. */
    private static final class ShallowHandler extends SAXHandler {
        private int depth;

        ShallowHandler(JDOMFactory factory) {
            super(factory);
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            if (++depth > LenientXml.DEEPEST) {
                throw new SAXException("elements lie deeper than in any feed");
            }
            super.startElement(uri, local, name, attributes);
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            depth--;
            super.endElement(uri, local, name);
        }
    }
}
