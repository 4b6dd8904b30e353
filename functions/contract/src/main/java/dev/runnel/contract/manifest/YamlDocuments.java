package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * The documents of a YAML file, as trees whose nodes know their places.
 *
 * @param nodes one per document that could be read
 * @param fault what ended the reading early, if anything did
 */
record YamlDocuments(List<Node> nodes, Optional<ManifestError> fault) {

  private static final int MAX_BYTES = 1 << 20;
  private static final String YAML = "YAML 1.2";

  YamlDocuments {
    nodes = List.copyOf(nodes);
  }

  static YamlDocuments of(String file, byte[] yaml) {
    if (yaml.length > MAX_BYTES) {
      String seen = "the file has " + yaml.length + " bytes";
      return nothing(error(file, 1, 1, seen, "at most " + MAX_BYTES));
    }
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
    } catch (CharacterCodingException notUtf8) {
      return nothing(error(file, 1, 1, "the file is not UTF-8", "a file saved as UTF-8"));
    }
    return compose(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static YamlDocuments compose(String file, String text) {
    // The JSON schema: only true, false, null and JSON's numbers are not text.
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowNonScalarKeys(true)
            .setLabel(file)
            .setSchema(new JsonSchema())
            .build();
    List<Node> nodes = new ArrayList<>();
    try {
      StreamReader reader = new StreamReader(settings, text);
      Composer composer =
          new Composer(settings, new BoundedParser(new ParserImpl(settings, reader)));
      while (composer.hasNext()) {
        nodes.add(composer.next());
      }
      return new YamlDocuments(nodes, Optional.empty());
    } catch (BoundedParser.Refused refused) {
      return new YamlDocuments(
          nodes, Optional.of(at(file, refused.mark(), refused.seen(), refused.expected())));
    } catch (MarkedYamlEngineException wrong) {
      Mark mark = wrong.getProblemMark().or(wrong::getContextMark).orElse(null);
      return new YamlDocuments(nodes, Optional.of(at(file, mark, problem(wrong), YAML)));
    } catch (ReaderException character) {
      return new YamlDocuments(nodes, Optional.of(unprintable(file, text, character)));
    } catch (RuntimeException unexpected) {
      // The library lets some bad input out in other ways, such as an escape cut off at the end.
      String seen = "the file cannot be read as YAML";
      return new YamlDocuments(nodes, Optional.of(error(file, 1, 1, seen, YAML)));
    }
  }

  private static String problem(MarkedYamlEngineException wrong) {
    String context = wrong.getContext();
    return Shown.plain(context == null ? wrong.getProblem() : context + ": " + wrong.getProblem());
  }

  private static ManifestError unprintable(String file, String text, ReaderException character) {
    int end = Math.clamp(text.indexOf(character.getCodePoint()), 0, text.length());
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    String seen = "the character U+%04X may not stand here".formatted(character.getCodePoint());
    return error(file, line, column, seen, "text that can be printed");
  }

  private static ManifestError at(String file, @Nullable Mark mark, String seen, String expected) {
    return mark == null
        ? error(file, 1, 1, seen, expected)
        : error(file, mark.getLine() + 1, mark.getColumn() + 1, seen, expected);
  }

  private static ManifestError error(
      String file, int line, int column, String seen, String expected) {
    return new ManifestError(new Location(file, line, column), "", seen, expected);
  }

  private static YamlDocuments nothing(ManifestError fault) {
    return new YamlDocuments(List.of(), Optional.of(fault));
  }
}
