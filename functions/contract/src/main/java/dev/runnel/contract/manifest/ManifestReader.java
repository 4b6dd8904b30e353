package dev.runnel.contract.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a {@code function.yaml}: YAML 1.2, of which JSON is a part, with one document per function
 * or chain. A list stands for its entries, each as if it were a document of its own.
 */
public final class ManifestReader {

  private static final int MAX_MANIFESTS = 256;
  private static final String FUNCTION = "Function";
  private static final String CHAIN = "Chain";

  private final String file;
  private final List<Declared> declared = new ArrayList<>();
  private final List<ManifestError> errors = new ArrayList<>();
  private int manifests;

  private ManifestReader(String file) {
    this.file = file;
  }

  /**
   * Everything that the file declares and everything that is wrong in it, never only the first. No
   * bytes make it throw.
   *
   * @param file what locations call the file; it is not opened
   */
  public static ManifestReading read(String file, byte[] yaml) {
    ManifestReader reader = new ManifestReader(file);
    YamlDocuments documents = YamlDocuments.of(file, yaml);
    documents.nodes().forEach(reader::document);
    documents.fault().ifPresent(reader.errors::add);
    if (reader.manifests == 0 && reader.errors.isEmpty()) {
      reader.errors.add(
          new ManifestError(
              new Location(file, 1, 1), "", "the file is empty", "at least one function"));
    }
    return new ManifestReading(reader.declared, reader.errors);
  }

  private void document(Node document) {
    if (document instanceof SequenceNode list) {
      list.getValue().forEach(this::manifest);
    } else {
      manifest(document);
    }
  }

  private void manifest(Node node) {
    manifests++;
    Findings findings = new Findings(file);
    Field document = findings.document(node);
    if (manifests > MAX_MANIFESTS) {
      if (manifests == MAX_MANIFESTS + 1) {
        document.wrong("more than " + MAX_MANIFESTS + " manifests in one file", "several files");
        errors.addAll(findings.errors());
      }
      return;
    }
    Optional<Manifest> manifest = manifestOf(document);
    errors.addAll(findings.errors());
    if (findings.errors().isEmpty()) {
      manifest.ifPresent(read -> declared.add(new Declared(read, findings.locations())));
    }
  }

  private static Optional<Manifest> manifestOf(Field document) {
    if (document.is(Field.Kind.NOTHING)) {
      document.wrong("an empty document", "a function or chain, or no document here");
      return Optional.empty();
    }
    Mapping fields = document.mapping();
    String kind = fields.find("kind").map(Field::text).orElse(FUNCTION);
    return switch (kind) {
      case FUNCTION -> Optional.of(FunctionReader.read(fields));
      case CHAIN -> Optional.of(ChainReader.read(fields));
      default -> {
        fields.find("kind").ifPresent(ManifestReader::unknownKind);
        yield Optional.empty();
      }
    };
  }

  private static void unknownKind(Field kind) {
    if (kind.is(Field.Kind.TEXT)) {
      kind.wrong(
          kind.seen() + Nearest.hint(kind.text(), List.of(FUNCTION, CHAIN)),
          FUNCTION + " (as without this key) or " + CHAIN);
    }
  }
}
