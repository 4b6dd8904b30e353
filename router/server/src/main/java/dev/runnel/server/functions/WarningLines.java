package dev.runnel.server.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.engine.advice.Warning;
import dev.runnel.engine.advice.Warning.Weight;
import dev.runnel.engine.advice.Warnings;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What is hardly meant in manifests, as the log of a start has it: some lines, however much. */
final class WarningLines {

  private static final int MOST = 20;

  private WarningLines() {}

  static List<String> about(Collection<Declared> all) {
    List<Warning> warnings =
        Warnings.about(all).stream().filter(warning -> warning.weight() == Weight.WARNING).toList();
    Stream<String> more =
        warnings.size() > MOST
            ? Stream.of("and %d more of such warnings".formatted(warnings.size() - MOST))
            : Stream.of();
    return Stream.concat(warnings.stream().limit(MOST).map(Warning::toString), more).toList();
  }
}
