package dev.runnel.devmode.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project is called, in the ways in which poms say it. */
class ProjectPomTest {

  @TempDir Path folder;

  @Test
  void readsWhatIsWrittenOut() throws Exception {
    write(
        "pom.xml",
        "<groupId>com.example</groupId><artifactId> greet </artifactId><version>1</version>");

    assertThat(ProjectPom.in(folder).coordinates())
        .isEqualTo(new Coordinates("com.example", "greet", "1"));
  }

  @Test
  void takesGroupAndVersionOfTheParent() throws Exception {
    write(
        "pom.xml",
        "<parent><groupId>com.example</groupId><artifactId>all</artifactId><version>2</version></parent>"
            + "<artifactId>greet</artifactId>");

    assertThat(ProjectPom.in(folder).coordinates())
        .isEqualTo(new Coordinates("com.example", "greet", "2"));
  }

  @Test
  void findsPropertiesInTheParents() throws Exception {
    write("pom.xml", "<properties><revision>3</revision></properties>");
    write(
        "greet/pom.xml",
        "<parent><groupId>com.example</groupId><version>${revision}-${kind}</version></parent>"
            + "<artifactId>greet</artifactId><properties><kind>rc</kind></properties>");

    assertThat(ProjectPom.in(folder.resolve("greet")).coordinates().version()).isEqualTo("3-rc");
  }

  @Test
  void namesAPropertyThatIsNowhere() throws Exception {
    write(
        "pom.xml",
        "<groupId>g</groupId><artifactId>a</artifactId><version>${revision}</version>"
            + "<parent><relativePath/></parent>");

    assertThatThrownBy(() -> ProjectPom.in(folder).coordinates())
        .isInstanceOf(UnusableProject.class)
        .hasMessageContainingAll("pom.xml uses ${revision}", "write the value out");
  }

  @Test
  void namesWhatIsMissing() throws Exception {
    write("pom.xml", "<groupId>g</groupId><artifactId>a</artifactId>");

    assertThatThrownBy(() -> ProjectPom.in(folder).coordinates())
        .isInstanceOf(UnusableProject.class)
        .hasMessageContaining("pom.xml has no <version>, and no <parent> with one");
  }

  @Test
  void namesAFileThatIsNoPom() throws Exception {
    write("pom.xml", "<groupId>");

    assertThatThrownBy(() -> ProjectPom.in(folder))
        .isInstanceOf(UnusableProject.class)
        .hasMessageContaining("pom.xml cannot be read as a Maven pom");
  }

  private void write(String file, String inner) throws IOException {
    new Folders(folder).write(file, "<project>" + inner + "</project>");
  }
}
