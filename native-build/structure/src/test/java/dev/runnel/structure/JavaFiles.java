package dev.runnel.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Parses source files with the JDK's own compiler, which needs nothing that they import. */
final class JavaFiles {

  private JavaFiles() {}

  static List<JavaFile> parse(List<Path> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var sources = files.getJavaFileObjectsFromPaths(paths);
      var options = List.of("-proc:none", "-Xlint:none");
      var task = (JavacTask) compiler.getTask(null, files, null, options, null, sources);
      var positions = Trees.instance(task).getSourcePositions();
      var parsed = new ArrayList<JavaFile>();
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(read(unit, positions));
      }
      return List.copyOf(parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFile read(CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    var declarations = new Declarations(unit, positions);
    declarations.scan(unit, null);
    Path path = Path.of(unit.getSourceFile().toUri());
    var packageName = unit.getPackageName();
    return new JavaFile(
        path,
        Files.readString(path),
        packageName == null ? "" : packageName.toString(),
        unit.getPackageAnnotations().stream()
            .anyMatch(
                annotation -> annotation.getAnnotationType().toString().endsWith("NullMarked")),
        List.copyOf(declarations.types),
        List.copyOf(declarations.methods));
  }

  /** Collects the types and methods of one file. */
  private static final class Declarations extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<JavaFile.Type> types = new ArrayList<>();
    private final List<JavaFile.Method> methods = new ArrayList<>();

    Declarations(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (!type.getSimpleName().isEmpty()) {
        Tree superclass = type.getExtendsClause();
        types.add(
            new JavaFile.Type(
                type.getSimpleName().toString(),
                superclass == null ? null : simpleName(superclass.toString())));
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      LineMap lines = unit.getLineMap();
      int first = (int) lines.getLineNumber(positions.getStartPosition(unit, method));
      int last = (int) lines.getLineNumber(positions.getEndPosition(unit, method));
      int parameters = repeatsComponents(method) ? 0 : method.getParameters().size();
      methods.add(new JavaFile.Method(name(method), first, last - first + 1, parameters));
      return super.visitMethod(method, null);
    }

    /** Whether it is a record's canonical constructor; its other variables are static. */
    private boolean repeatsComponents(MethodTree method) {
      ClassTree type = owner();
      return type.getKind() == Tree.Kind.RECORD
          && method.getName().contentEquals("<init>")
          && method.getParameters().size()
              == type.getMembers().stream().filter(Declarations::isComponent).count();
    }

    private static boolean isComponent(Tree member) {
      return member instanceof VariableTree variable
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private ClassTree owner() {
      return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    private String name(MethodTree method) {
      ClassTree type = owner();
      String owner =
          type.getSimpleName().isEmpty() ? "(anonymous)" : type.getSimpleName().toString();
      String own = method.getName().toString();
      return owner + "." + (own.equals("<init>") ? "(constructor)" : own);
    }

    private static String simpleName(String type) {
      return type.replaceFirst("<.*", "").replaceFirst(".*\\.", "");
    }
  }
}
