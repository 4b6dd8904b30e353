package dev.runnel.structure;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source file as its parser sees it.
 *
 * @param packageName empty in the unnamed package
 * @param nullMarked whether its package declaration is annotated {@code @NullMarked}
 * @param types with the nested ones; anonymous ones belong to the method that they stand in
 * @param methods those of all types, constructors included
 */
record JavaFile(
    Path path,
    String text,
    String packageName,
    boolean nullMarked,
    List<Type> types,
    List<Method> methods) {

  /**
   * A class, record, interface, enum or annotation.
   *
   * @param name its simple name
   * @param superclass the simple name of the class that it extends; null: none is named
   */
  record Type(String name, @Nullable String superclass) {}

  /**
   * A method or constructor.
   *
   * @param name with its type: {@code Run.on}
   * @param lines from its first annotation or modifier to its closing brace; lambdas and anonymous
   *     classes inside count, its Javadoc does not
   * @param parameters those that a caller must give; a record's components are not any
   */
  record Method(String name, int line, int lines, int parameters) {}

  int lines() {
    return (int) text.lines().count();
  }

  String fileName() {
    return path.getFileName().toString();
  }

  boolean isPackageInfo() {
    return fileName().equals("package-info.java");
  }
}
