package cn.lianxin.platform.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.Characters;
import javax.xml.stream.events.DTD;
import javax.xml.stream.events.EndElement;
import javax.xml.stream.events.StartElement;

/** Copies one part of an office document word by word, without who wrote it, and without what would fetch or run something. */
final class OfficeText {

    private static final XMLInputFactory READING = reading();
    private static final XMLOutputFactory WRITING = XMLOutputFactory.newDefaultFactory();
    private static final QName SHARED = new QName("si");
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private final Set<String> relations;
    private final XMLEventWriter clean;
    private final Deque<Boolean> written = new ArrayDeque<>();
    private final Set<String> leftFormulas = new HashSet<>();
    private String root = "";
    private boolean silent;
    private int left;

    private OfficeText(Set<String> relations, XMLEventWriter clean) {
        this.relations = relations;
        this.clean = clean;
    }

    private static XMLInputFactory reading() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The attributes of every element; none of them has content that counts. */
    static List<Map<String, String>> elements(byte[] xml) throws BrokenFile {
        try {
            var elements = new ArrayList<Map<String, String>>();
            for (var events = events(xml); events.hasNext(); ) {
                if (events.nextEvent() instanceof StartElement start) {
                    var attributes = new HashMap<String, String>();
                    start.getAttributes()
                            .forEachRemaining(
                                    each -> attributes.put(each.getName().getLocalPart(), each.getValue()));
                    elements.add(attributes);
                }
            }
            return elements;
        } catch (XMLStreamException malformed) {
            throw new BrokenFile("a list that cannot be read");
        }
    }

    /** @param relations the names of what it may still lead to */
    static byte[] without(byte[] xml, Set<String> relations) throws BrokenFile {
        try {
            var bytes = new ByteArrayOutputStream(xml.length);
            var writer = WRITING.createXMLEventWriter(bytes, "UTF-8");
            writer.add(EVENTS.createStartDocument("UTF-8", "1.0", true));
            new OfficeText(relations, writer).copy(events(xml));
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException malformed) {
            throw new BrokenFile("a part that cannot be read");
        }
    }

    private static XMLEventReader events(byte[] xml) throws XMLStreamException {
        return READING.createXMLEventReader(new ByteArrayInputStream(xml));
    }

    private void copy(XMLEventReader events) throws XMLStreamException, BrokenFile {
        while (events.hasNext()) {
            switch (events.nextEvent()) {
                case DTD _ -> throw new BrokenFile("a part that brings rules of its own");
                case StartElement start -> open(start, events);
                case EndElement end -> {
                    if (left > 0) {
                        left--;
                    } else if (written.pop()) {
                        clean.add(end);
                    }
                    silent = false;
                }
                case Characters text -> {
                    if (left == 0 && !silent && !written.isEmpty()) {
                        clean.add(text);
                    }
                }
                default -> {}
            }
        }
    }

    private void open(StartElement start, XMLEventReader events) throws XMLStreamException {
        if (written.isEmpty()) {
            root = start.getName().getLocalPart();
        }
        boolean setting = root.equals("settings") && written.size() == 1;
        if (left > 0
                || OfficeWords.leaves(start, setting)
                || leadsNowhere(start)
                || OfficeWords.isFormula(start) && calls(start, following(events))) {
            left++;
            return;
        }
        boolean stays = !OfficeWords.OPENED.contains(start.getName().getLocalPart());
        silent = start.getName().getLocalPart().equals("author");
        written.push(stays);
        if (stays) {
            clean.add(
                    EVENTS.createStartElement(start.getName(), attributes(start).iterator(), start.getNamespaces()));
        }
    }

    /** One formula may be written once and be meant in many cells; they share what becomes of it. */
    private boolean calls(StartElement start, String formula) {
        var shared = start.getAttributeByName(SHARED);
        boolean calls = OfficeWords.calls(formula) || shared != null && leftFormulas.contains(shared.getValue());
        if (calls && shared != null) {
            leftFormulas.add(shared.getValue());
        }
        return calls;
    }

    private static String following(XMLEventReader events) throws XMLStreamException {
        return events.peek() instanceof Characters text ? text.getData() : "";
    }

    private List<Attribute> attributes(StartElement start) {
        var kept = new ArrayList<Attribute>();
        start.getAttributes().forEachRemaining(attribute -> {
            if (!OfficeWords.tells(attribute) && !leadsNowhere(attribute)) {
                boolean somebody = OfficeWords.isAuthor(attribute) || OfficeWords.isNameOfPicture(start, attribute);
                kept.add(somebody ? EVENTS.createAttribute(attribute.getName(), OfficeWords.SOMEBODY) : attribute);
            }
        });
        return kept;
    }

    private boolean leadsNowhere(StartElement start) {
        if (OfficeWords.STAYING.contains(start.getName().getLocalPart())) {
            return false;
        }
        for (var attributes = start.getAttributes(); attributes.hasNext(); ) {
            if (leadsNowhere(attributes.next())) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsNowhere(Attribute attribute) {
        return OfficeWords.isRelation(attribute) && !relations.contains(attribute.getValue());
    }
}
