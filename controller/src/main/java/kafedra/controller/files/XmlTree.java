package kafedra.controller.files;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.Spot;
import org.jspecify.annotations.Nullable;

/**
 * XML from strangers: no document type definition (so neither entities that grow nor files that are
 * fetched), and limits on depth and number of elements.
 */
final class XmlTree {
  /** A timetable of 20,000 lessons takes about a third of it. */
  static final int MOST_ELEMENTS = 250_000;

  /** FET nests six deep. */
  static final int DEEPEST = 16;

  /**
   * An element.
   *
   * @param line where its tag ends
   * @param text directly in it
   */
  record Element(
      String name,
      int line,
      Map<String, String> attributes,
      List<Element> children,
      StringBuilder text) {
    Spot spot() {
      return new Spot(line, name);
    }

    /** The attribute's value; empty without one. */
    String attribute(String key) {
      return attributes.getOrDefault(key, "").strip();
    }

    boolean has(String key) {
      return attributes.containsKey(key);
    }

    Stream<Element> all(String child) {
      return children.stream().filter(it -> it.name.equals(child));
    }

    /** Children of the children of this name. */
    Stream<Element> all(String child, String grandchild) {
      return all(child).flatMap(it -> it.all(grandchild));
    }

    /** The text of the first such child; empty without one. */
    String textOf(String child) {
      return all(child).findFirst().map(it -> it.text.toString().strip()).orElse("");
    }
  }

  private final Deque<Element> open = new ArrayDeque<>();
  private @Nullable Element root;
  private int elements;

  private XmlTree() {}

  /**
   * The root of the document.
   *
   * @throws Unreadable when it is no such XML
   */
  static Element parse(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    XmlTree tree = new XmlTree();
    int line = 1;
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        line = Math.max(line, xml.getLocation().getLineNumber());
        tree.take(xml, xml.next());
      }
    } catch (XMLStreamException broken) {
      int at = broken.getLocation() == null ? line : broken.getLocation().getLineNumber();
      throw new Unreadable(Spot.line(Math.max(at, 0)), FileFault.BROKEN_XML, "", "");
    }
    if (tree.root == null) {
      throw new Unreadable(FileFault.BROKEN_XML);
    }
    return tree.root;
  }

  private void take(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(xml);
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (!open.isEmpty()) {
          open.element().text().append(xml.getText());
        }
      }
      case XMLStreamConstants.DTD ->
          throw new Unreadable(
              Spot.line(xml.getLocation().getLineNumber()), FileFault.XML_DEFINITIONS, "", "");
      default -> {
        // comments and processing instructions say nothing of lessons
      }
    }
  }

  private void begin(XMLStreamReader xml) {
    int line = xml.getLocation().getLineNumber();
    elements++;
    if (elements > MOST_ELEMENTS) {
      throw new Unreadable(Spot.line(line), FileFault.XML_TOO_MANY_ELEMENTS, "", "");
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    Element element =
        new Element(xml.getLocalName(), line, attributes, new ArrayList<>(0), new StringBuilder(0));
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().children().add(element);
    }
    open.push(element);
    if (open.size() > DEEPEST) {
      throw new Unreadable(Spot.line(line), FileFault.XML_TOO_DEEP, "", "");
    }
  }
}
