package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The OpenAPI document, asked whether an answer is as it says. */
public final class ApiDocument {

  private static final String IRI = "https://runnel.dev/openapi";

  private final JsonNode document;
  private final SchemaRegistry schemas;

  private ApiDocument(JsonNode document) {
    this.document = document;
    this.schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            registry ->
                registry
                    .schemas(Map.of(IRI, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  static ApiDocument of(String json) {
    try {
      return new ApiDocument(new ObjectMapper().readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as it was written. */
  public static ApiDocument written() {
    try (InputStream yaml = ApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return new ApiDocument(new YAMLMapper().readTree(new String(yaml.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> paths() {
    return new TreeSet<>(names(document.path("paths")));
  }

  /** The methods of a path as {@code Allow} says them. */
  Set<String> methods(String path) {
    Set<String> methods =
        names(document.path("paths").path(path)).stream()
            .filter(name -> !name.equals("parameters"))
            .map(name -> name.toUpperCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return methods;
  }

  /** Every answer that there is, such as {@code GET /runs 200}. */
  Set<String> answers() {
    var answers = new TreeSet<String>();
    for (String path : paths()) {
      for (Map.Entry<String, JsonNode> each : document.path("paths").path(path).properties()) {
        names(each.getValue().path("responses")).stream()
            .map(status -> each.getKey().toUpperCase(Locale.ROOT) + " " + path + " " + status)
            .forEach(answers::add);
      }
    }
    return answers;
  }

  public Set<String> schemas() {
    return names(document.path("components").path("schemas"));
  }

  /** Every method of every path, such as {@code GET /runs}. */
  Set<String> operations() {
    return answers().stream()
        .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The answer is one that the document knows, and is as it says. */
  void check(String method, String path, HttpResponse<String> answer) {
    check(method, path, new RawHttp.Answer(answer.statusCode(), answer.headers(), answer.body()));
  }

  /** The same. */
  void check(String method, String path, RawHttp.Answer answer) {
    String name = method + " " + path + " " + answer.status();
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    JsonNode response = resolved(operation.path("responses").path("" + answer.status()));
    assertThat(response.isMissingNode()).as(name + " is not documented").isFalse();
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      List<String> values = answer.headers().allValues(header.getKey());
      header(name + " " + header.getKey(), resolved(header.getValue()), values);
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    JsonNode content = response.path("content");
    JsonNode body = content.has(type) ? content.path(type) : content.path("*/*");
    assertThat(body.isMissingNode()).as(name + " as " + type).isEqualTo(answer.body().isEmpty());
    if (type.endsWith("json")) {
      check(name, body.path("schema"), answer.body());
    }
  }

  /** The text is JSON as this schema says. */
  public void check(String schema, String json) {
    JsonNode named = document.path("components").path("schemas").path(schema);
    assertThat(named.isMissingNode()).as("schema " + schema).isFalse();
    check(schema, named, json);
  }

  private void header(String name, JsonNode header, List<String> values) {
    assertThat(values).as(name).hasSizeLessThanOrEqualTo(1);
    assertThat(values.isEmpty() && header.path("required").asBoolean())
        .as(name + " is missing")
        .isFalse();
    values.forEach(value -> check(name, header.path("schema"), TextNode.valueOf(value).toString()));
  }

  private void check(String name, JsonNode schema, String json) {
    String absolute = schema.toString().replace("\"#/", "\"" + IRI + "#/");
    assertThat(schemas.getSchema(absolute).validate(json, InputFormat.JSON))
        .as(name + ": " + json)
        .isEmpty();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
