package dev.runnel.server.registration;

import dev.runnel.contract.Data;
import dev.runnel.contract.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How manifests are written in requests and answers. */
enum ManifestFormat {
  JSON,
  YAML;

  static final String YAML_TYPE = "application/yaml";

  static final Set<String> YAML_TYPES =
      Set.of(YAML_TYPE, "text/yaml", "application/x-yaml", "text/x-yaml");

  /** Whether a body of this media type may hold manifests. Of YAML, JSON is a part. */
  static boolean isRead(String contentType) {
    MediaType type = MediaType.parse(contentType);
    return type != null
        && (type.name().equals(Data.JSON) || YAML_TYPES.contains(type.name()))
        && type.parameters().stream()
            .filter(parameter -> parameter.getKey().equals("charset"))
            .allMatch(charset -> charset.getValue().equalsIgnoreCase("utf-8"));
  }

  /** YAML where {@code Accept} names it and not JSON before it; weights are not looked at. */
  static ManifestFormat preferred(List<String> accept) {
    return accept.stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .map(range -> range.split(";", 2)[0].strip())
        .filter(range -> range.equals(Data.JSON) || YAML_TYPES.contains(range))
        .findFirst()
        .map(range -> range.equals(Data.JSON) ? JSON : YAML)
        .orElse(JSON);
  }
}
