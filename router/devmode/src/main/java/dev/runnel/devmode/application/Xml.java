package dev.runnel.devmode.application;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** A piece of XML text. */
record Xml(String text) {

  /** An element that holds a value. */
  static Xml element(String name, String value) {
    return wrapped(name, value.replace("&", "&amp;").replace("<", "&lt;"));
  }

  /** An element that holds others. */
  static Xml element(String name, Stream<Xml> inner) {
    return wrapped(name, inner.map(Xml::text).collect(joining()));
  }

  /** Several, each on a line of its own. */
  static Xml lines(List<Xml> all) {
    return new Xml(all.stream().map(Xml::text).collect(joining("\n")));
  }

  /** This text, with another in the place of the comment of this name. */
  Xml fill(String place, List<Xml> content) {
    return new Xml(text.replace("<!-- " + place + " -->", lines(content).text()));
  }

  private static Xml wrapped(String name, String inner) {
    return new Xml("<" + name + ">" + inner + "</" + name + ">");
  }
}
