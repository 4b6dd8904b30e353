package dev.runnel.server.registration;

import java.util.List;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** A manifest as people edit it. */
final class ManifestYaml {

  private ManifestYaml() {}

  /** The same manifest in YAML, for a document in JSON: numbers stay as they are written. */
  static String of(String json) {
    LoadSettings reading = LoadSettings.builder().setSchema(new JsonSchema()).build();
    DumpSettings writing = DumpSettings.builder().setSchema(new JsonSchema()).build();
    Node manifest = plain(new Compose(reading).composeString(json).orElseThrow());
    return new Present(writing)
        .emitToString(new Serialize(writing).serializeOne(manifest).iterator());
  }

  /** The same node without braces, and without quotes where they are not needed. Recursive. */
  private static Node plain(Node node) {
    return switch (node) {
      case ScalarNode scalar ->
          new ScalarNode(scalar.getTag(), scalar.getValue(), style(scalar.getValue()));
      case SequenceNode list ->
          new SequenceNode(
              list.getTag(),
              list.getValue().stream().map(ManifestYaml::plain).toList(),
              style(list.getValue()));
      case MappingNode mapping ->
          new MappingNode(
              mapping.getTag(),
              mapping.getValue().stream().map(ManifestYaml::plain).toList(),
              style(mapping.getValue()));
      default -> node; // JSON has no others
    };
  }

  private static NodeTuple plain(NodeTuple entry) {
    return new NodeTuple(plain(entry.getKeyNode()), plain(entry.getValueNode()));
  }

  /** Quoted, and then escaped, where somebody could not see what there is. */
  private static ScalarStyle style(String text) {
    boolean isVisible = text.chars().allMatch(c -> (c >= ' ' && c <= '~') || c > 0xA0);
    return isVisible ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
  }

  private static FlowStyle style(List<?> entries) {
    return entries.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }
}
