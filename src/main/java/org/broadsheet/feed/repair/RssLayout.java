package org.broadsheet.feed.repair;

import java.util.List;
import java.util.Map;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 0.91 to 2.0: {@code rss/channel/item}, all of it without a namespace. */
final class RssLayout extends Layout {
    private static final Map<String, String> NAMES = names(
            "rss",
            "channel",
            "item",
            "title",
            "link",
            "description",
            "pubDate",
            "guid",
            "author",
            "category",
            "comments",
            "enclosure",
            "source",
            "image",
            "url",
            "language",
            "lastBuildDate",
            "managingEditor",
            "webMaster");

    private final Element top;

    RssLayout(Element top) {
        this.top = top;
    }

    @Override
    void arrange() {
        rename(top, Namespace.NO_NAMESPACE, NAMES);
        Element root = top.getName().equals("rss") ? top : wrapped();
        Element channel = root.getChild("channel");
        if (channel == null) {
            channel = new Element("channel");
            List<Content> contents = root.removeContent();
            channel.addContent(contents);
            root.addContent(channel);
            changed();
        }
        adopt(root, "entry", "item");
        gather(root, "item", channel);
        restoreLinks(channel);
        setVersion(root);
    }

    /** Who is used to Atom writes the address into an attribute. */
    private void restoreLinks(Element channel) {
        for (Element link : all(channel)) {
            String href = link.getAttributeValue("href", "").strip();
            boolean misses = link.getName().equals("link")
                    && link.getNamespaceURI().isEmpty()
                    && link.getTextTrim().isEmpty();
            if (misses && !href.isEmpty()) {
                link.setText(href);
                changed();
            }
        }
    }

    private Element wrapped() {
        Element root = new Element("rss");
        wrap(top, root);
        return root;
    }

    /** Each version of RSS is also the later ones (RSS 2.0, "Compatibility"); ROME drops what the early ones lacked. */
    private void setVersion(Element root) {
        String version = root.getAttributeValue("version", "").strip();
        if (!version.startsWith("2.0")) {
            root.setAttribute("version", "2.0");
            if (!version.matches("0\\.9\\d?")) {
                changed();
            }
        }
    }
}
