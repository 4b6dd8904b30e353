package dev.runnel.kit.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runnel.contract.Event;
import dev.runnel.kit.FunctionProblem;
import io.quarkus.funqy.Context;
import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.util.List;
import java.util.Map;

/** A function for every kind of parameter. */
public class ParameterFunctions {

  @Funq("takes-record")
  public Greeting takesRecord(Guest guest) {
    if (guest.name() == null) {
      throw FunctionProblem.badData("there is no name; expected a text", "/name");
    }
    return Greeting.to(guest);
  }

  @Funq("takes-list")
  public int takesList(List<Guest> guests) {
    return guests.stream().mapToInt(Guest::times).sum();
  }

  @Funq("takes-map")
  public Map<String, Integer> takesMap(Map<String, Integer> counts) {
    return counts;
  }

  @Funq("takes-tree")
  public JsonNode takesTree(JsonNode tree) {
    return tree;
  }

  @Funq("takes-text")
  public String takesText(String text) {
    return text;
  }

  @Funq("takes-bytes")
  public byte[] takesBytes(byte[] bytes) {
    return bytes;
  }

  @Funq("counts-bytes")
  public int countsBytes(byte[] bytes) {
    return bytes.length;
  }

  @Funq("takes-event")
  public String takesEvent(CloudEvent<Guest> event) {
    return String.join(
        " ",
        event.id(),
        event.source(),
        event.type(),
        event.subject(),
        event.time().toString(),
        event.dataSchema(),
        event.dataContentType(),
        event.extensions().toString(),
        String.valueOf(event.data().name()));
  }

  @Funq("takes-nothing")
  public Greeting takesNothing() {
    return new Greeting("Hello world");
  }

  @Funq("takes-context")
  public String takesContext(
      Guest guest, @Context Event event, @Context CloudEvent<Guest> cloudEvent) {
    return guest.name() + " " + event.id() + " " + cloudEvent.data().name();
  }

  @Funq("takes-all")
  public JsonNode takesAll(JsonNode all) {
    return all;
  }

  @Funq("takes-output")
  public JsonNode takesOutput(JsonNode output) {
    return output;
  }
}
