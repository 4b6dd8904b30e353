package dev.runnel.toolchain.driver;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What arguments, options files and the metadata of libraries ask of one build, so far. */
final class CommandLine {

  /** An argument of its own, quoted or not: {@code "a b" c}. */
  private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  final List<String> builderArguments = new ArrayList<>();
  final List<String> javaArguments = new ArrayList<>();
  final List<String> positional = new ArrayList<>();
  final Set<Path> classPath = new LinkedHashSet<>();
  final Set<Path> modulePath = new LinkedHashSet<>();
  final Set<String> addedModules = new LinkedHashSet<>();
  final List<Exclusion> exclusions = new ArrayList<>();
  String jar;
  String module;
  String mainClass;
  String name;
  boolean verbose;
  boolean dry;

  private final ApiOptions options;

  CommandLine(ApiOptions options) {
    this.options = options;
  }

  /** Metadata that is not to be read: resources of this name in jars of this one. */
  record Exclusion(Pattern jar, Pattern resource) {

    boolean excludes(Path container, String path) {
      return jar.matcher(container.toString()).find() && resource.matcher("/" + path).find();
    }
  }

  boolean excludes(Path container, String resource) {
    return exclusions.stream().anyMatch(each -> each.excludes(container, resource));
  }

  /** Reads arguments; {@code origin} is what the builder names when one of them is wrong. */
  void read(List<String> arguments, String origin) throws IOException {
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.poll();
      if (argument.startsWith("@") && Files.exists(Path.of(argument.substring(1)))) {
        String file = Files.readString(Path.of(argument.substring(1)));
        tokens(file).reversed().forEach(rest::addFirst);
      } else {
        read(argument, rest, origin);
      }
    }
  }

  static List<String> tokens(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(token -> token.group().replaceAll("[\"']", ""))
        .toList();
  }

  private void read(String argument, Deque<String> rest, String origin) {
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String option = equals < 0 ? argument : argument.substring(0, equals);
    if (isOurs(option)) {
      readOurs(option, equals < 0 ? rest : after(argument.substring(equals + 1), rest));
    } else if (argument.startsWith("-J")) {
      javaArguments.add(argument.substring(2));
    } else if (argument.startsWith("-D") || argument.equals("--enable-preview")) {
      javaArguments.add(argument);
    } else if (argument.startsWith("-H:") || argument.startsWith("-R:")) {
      builderArguments.add(withOrigin(argument, origin.replace("+api", "")));
    } else if (!argument.startsWith("-")) {
      positional.add(argument);
    } else if (!isIgnored(argument)) {
      readApi(argument, rest, origin);
    }
  }

  private static Deque<String> after(String value, Deque<String> rest) {
    rest.addFirst(value);
    return rest;
  }

  private static boolean isOurs(String option) {
    return switch (option) {
      case "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "-m",
          "--module",
          "-jar",
          "--add-modules",
          "--exclude-config",
          "--verbose",
          "--dry-run",
          "--diagnostics-mode" ->
          true;
      default -> false;
    };
  }

  private void readOurs(String option, Deque<String> rest) {
    switch (option) {
      case "-cp", "-classpath", "--class-path" -> addTo(classPath, rest.poll());
      case "-p", "--module-path" -> addTo(modulePath, rest.poll());
      case "-m", "--module" -> module = rest.poll();
      case "-jar" -> jar = rest.poll();
      case "--add-modules" -> addedModules.addAll(List.of(rest.poll().split(",")));
      case "--exclude-config" ->
          exclusions.add(
              new Exclusion(Pattern.compile(rest.poll()), Pattern.compile(rest.poll())));
      case "--verbose" -> verbose = true;
      case "--dry-run" -> dry = true;
      default -> builderArguments.add("-H:+DiagnosticsMode");
    }
  }

  private static boolean isIgnored(String argument) {
    return argument.startsWith("-V") || argument.startsWith("--configurations-path");
  }

  private void readApi(String argument, Deque<String> rest, String origin) {
    var use =
        options
            .find(argument, rest)
            .orElseThrow(
                () -> new IllegalArgumentException("Unrecognized option: " + argument));
    if (use.option().name().equals("-o")) {
      name = use.value();
    } else {
      builderArguments.add(use.builderArgument(origin));
    }
  }

  private static String withOrigin(String argument, String origin) {
    int equals = argument.indexOf('=');
    String head = equals < 0 ? argument : argument.substring(0, equals);
    String tail = equals < 0 ? "" : argument.substring(equals);
    return head.contains("@") ? argument : head + "@" + origin + tail;
  }

  private static void addTo(Set<Path> paths, String list) {
    for (String entry : list.split(File.pathSeparator)) {
      Path path = Path.of(entry.isEmpty() ? "." : entry);
      if (entry.endsWith("*")) {
        jarsIn(path.toAbsolutePath().getParent()).forEach(paths::add);
      } else if (Files.exists(path)) {
        paths.add(path.toAbsolutePath().normalize());
      }
    }
  }

  static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
