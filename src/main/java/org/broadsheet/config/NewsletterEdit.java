package org.broadsheet.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Adds feeds and topics to a newsletter's file and leaves every other character as it is.
 *
 * <p>New text goes right behind the last value of a list, where the parser says that this ends. Who calls it reads the
 * result again and compares: whatever a file may be up to, nothing else may have changed.
 */
public final class NewsletterEdit {
    private static final Pattern ITEM = Pattern.compile("( *)- .*");

    private final String text;
    private final String newline;

    private NewsletterEdit(String text) {
        this.text = text;
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The file with the additions; empty where it is not plain where they should go. */
    public static Optional<String> add(String yaml, NewFeeds added) {
        String mark = yaml.startsWith("\uFEFF") ? "\uFEFF" : "";
        String text = yaml.substring(mark.length());
        return Optional.of(text)
                .flatMap(some -> new NewsletterEdit(some)
                        .add("feeds", added.feeds(), NewsletterText::feeds, NewsletterText::inline))
                .flatMap(some -> new NewsletterEdit(some)
                        .add("topics", added.topics(), NewsletterText::topics, NewsletterText::inline))
                .map(some -> mark + some);
    }

    /** Writes a list as lines of their own. */
    private interface Lines<T> {
        String of(List<T> items, String indent);
    }

    private <T> Optional<String> add(String key, List<T> items, Lines<T> lines, Function<T, String> inline) {
        if (items.isEmpty()) {
            return Optional.of(text);
        }
        Optional<MappingNode> root = root();
        Optional<NodeTuple> there = root.flatMap(mapping -> find(mapping, key));
        if (root.isEmpty() || there.filter(tuple -> !isPlainList(tuple)).isPresent()) {
            return Optional.empty();
        }
        if (there.isEmpty()) {
            return newKey(root.get(), key, lines.of(items, "  "));
        }
        SequenceNode sequence = (SequenceNode) there.get().getValueNode();
        return sequence.getFlowStyle() == FlowStyle.FLOW
                ? between(sequence, items.stream().map(inline).toList())
                : below(sequence, indent -> lines.of(items, indent));
    }

    private Optional<MappingNode> root() {
        Problems problems = new Problems("", new SourceText(text));
        return new YamlReader()
                .read(problems)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast);
    }

    private static Optional<NodeTuple> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst();
    }

    /** A list that stands elsewhere, or is used elsewhere too (an alias), must not be changed. */
    private boolean isPlainList(NodeTuple tuple) {
        Node list = tuple.getValueNode();
        return list instanceof SequenceNode
                && list.getAnchor().isEmpty()
                && index(tuple.getKeyNode().getEndMark()) <= index(list.getStartMark());
    }

    private Optional<String> newKey(MappingNode root, String key, String lines) {
        boolean plain = root.getFlowStyle() == FlowStyle.BLOCK
                && root.getStartMark().map(Mark::getColumn).orElse(1) == 0;
        return plain ? afterLineOf(root, newline + key + ":" + newline + withNewlines(lines)) : Optional.empty();
    }

    private Optional<String> below(SequenceNode sequence, Function<String, String> lines) {
        Node last = sequence.getValue().get(sequence.getValue().size() - 1);
        Matcher item = ITEM.matcher(lineAt(index(last.getStartMark())));
        return item.matches() ? afterLineOf(last, withNewlines(lines.apply(item.group(1)))) : Optional.empty();
    }

    private Optional<String> between(SequenceNode sequence, List<String> items) {
        List<Node> there = sequence.getValue();
        String added = items.stream().collect(Collectors.joining("," + newline + "  "));
        if (there.isEmpty()) {
            int start = index(sequence.getStartMark()) + 1;
            return Optional.of(text.substring(0, start) + added + text.substring(start));
        }
        int end = end(there.get(there.size() - 1));
        return Optional.of(text.substring(0, end) + "," + newline + "  " + added + text.substring(end));
    }

    /** Behind the line in which a value ends, when nothing but a comment follows it there. */
    private Optional<String> afterLineOf(Node node, String addition) {
        int end = end(node);
        int lineEnd = text.indexOf('\n', end);
        String rest = lineEnd < 0 ? text.substring(end) : text.substring(end, lineEnd);
        if (!rest.isBlank() && !rest.stripLeading().startsWith("#")) {
            return Optional.empty();
        }
        return Optional.of(
                lineEnd < 0
                        ? text + newline + addition
                        : text.substring(0, lineEnd + 1) + addition + text.substring(lineEnd + 1));
    }

    /** Where the text of a value ends; what the parser takes for the end of a block lies behind the comments after it. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == FlowStyle.BLOCK
                && !collection.getValue().isEmpty()) {
            Object last = collection.getValue().get(collection.getValue().size() - 1);
            return end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
        }
        return index(node.getEndMark());
    }

    /** The parser counts characters, Java counts UTF-16 units. */
    private int index(Optional<Mark> mark) {
        return mark.map(some -> text.offsetByCodePoints(0, some.getIndex())).orElse(text.length());
    }

    private String lineAt(int index) {
        int start = text.lastIndexOf('\n', Math.max(0, index - 1)) + 1;
        int end = text.indexOf('\n', start);
        return (end < 0 ? text.substring(start) : text.substring(start, end)).replace("\r", "");
    }

    private String withNewlines(String lines) {
        return lines.replace("\n", newline);
    }
}
