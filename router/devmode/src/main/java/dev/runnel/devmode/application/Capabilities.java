package dev.runnel.devmode.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The capabilities that dev mode runs.
 *
 * @param folders each capability's folder, once
 * @param elsewhere the projects of other repositories, for Maven to build with Runnel's
 */
record Capabilities(List<Path> folders, List<Path> elsewhere) {

  Capabilities {
    folders = List.copyOf(folders);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Finds them.
   *
   * @param root the folder of this repository
   * @param only whether to leave out those of this repository that are not named
   * @param named projects, wherever they are
   */
  static Capabilities of(Path root, boolean only, List<Path> named) throws UnusableProject {
    if (only && named.isEmpty()) {
      throw new UnusableProject("--only runs nothing but the projects that follow; give one");
    }
    var projects = new LinkedHashSet<ProjectFolder>();
    if (!only) {
      projects.add(ProjectFolder.at(root.resolve("functions")));
    }
    for (Path path : named) {
      projects.add(ProjectFolder.at(path));
    }
    var folders = new LinkedHashSet<Path>();
    for (ProjectFolder project : projects) {
      folders.addAll(project.capabilities());
    }
    Path here = ProjectFolder.at(root).path();
    List<Path> outside =
        projects.stream().map(ProjectFolder::path).filter(path -> !path.startsWith(here)).toList();
    return new Capabilities(new ArrayList<>(folders), outermost(outside));
  }

  /** A project inside another one is that one's module: Maven refuses to be told twice. */
  private static List<Path> outermost(List<Path> projects) {
    return projects.stream()
        .filter(
            path ->
                projects.stream().noneMatch(other -> !path.equals(other) && path.startsWith(other)))
        .toList();
  }
}
