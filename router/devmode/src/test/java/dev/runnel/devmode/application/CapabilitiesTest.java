package dev.runnel.devmode.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which functions dev mode finds, and what it says where it finds none. */
class CapabilitiesTest {

  @TempDir Path temporary;
  private Path folder;
  private Folders folders;
  private Path root;

  @BeforeEach
  void aRepositoryWithOneCapability() throws IOException {
    folder = temporary.toRealPath();
    folders = new Folders(folder);
    root = folders.project("runnel", "");
    folders.project("runnel/functions", "<modules><module>cost</module></modules>");
    folders.capability("runnel/functions/cost");
  }

  @Test
  void areThoseOfTheRepository() throws Exception {
    var capabilities = Capabilities.of(root, false, List.of());

    assertThat(capabilities.folders()).containsExactly(root.resolve("functions/cost"));
    assertThat(capabilities.elsewhere()).isEmpty();
  }

  @Test
  void areThoseOfOtherProjectsToo() throws Exception {
    Path greet = folders.capability("greet");

    var capabilities = Capabilities.of(root, false, List.of(greet));

    assertThat(capabilities.folders()).containsExactly(root.resolve("functions/cost"), greet);
    assertThat(capabilities.elsewhere()).containsExactly(greet);
  }

  @Test
  void areOnlyThoseThatWereNamed() throws Exception {
    Path greet = folders.capability("greet");

    assertThat(Capabilities.of(root, true, List.of(greet)).folders()).containsExactly(greet);
  }

  @Test
  void areEveryModuleWithAManifest() throws Exception {
    Path shop =
        folders.project(
            "shop", "<modules><module>a</module><module>deep/b/pom.xml</module></modules>");
    folders.capability("shop/a");
    folders.capability("shop/deep/b");
    folders.project("shop/library", "");
    folders.capability("shop/a/target/copied");

    var capabilities = Capabilities.of(root, true, List.of(shop, shop.resolve("a")));

    assertThat(capabilities.folders()).containsExactly(shop.resolve("a"), shop.resolve("deep/b"));
    assertThat(capabilities.elsewhere()).containsExactly(shop);
  }

  @Test
  void mayBeNamedAmongThoseOfTheRepository() throws Exception {
    var capabilities = Capabilities.of(root, true, List.of(root.resolve("functions/cost")));

    assertThat(capabilities.folders()).containsExactly(root.resolve("functions/cost"));
    assertThat(capabilities.elsewhere()).isEmpty();
  }

  @Test
  void countOnceThoughNamedTwiceAndByALink() throws Exception {
    Path greet = folders.capability("greet");
    Path link = Files.createSymbolicLink(folder.resolve("link"), greet);

    var capabilities = Capabilities.of(root, true, List.of(greet, link));

    assertThat(capabilities.folders()).containsExactly(greet);
    assertThat(capabilities.elsewhere()).containsExactly(greet);
  }

  @Test
  void refusesAPathThatIsNoFolder() {
    assertRefused(folder.resolve("gone"), "there is no folder " + folder.resolve("gone"));
  }

  @Test
  void refusesAFolderWithoutAPom() throws Exception {
    folders.write("bare/README.md", "");
    assertRefused(folder.resolve("bare"), "bare has no pom.xml", "./runnel new NAME");
  }

  @Test
  void refusesAProjectWithoutAManifest() throws Exception {
    Path plain = folders.project("plain", "");
    assertRefused(plain, "plain declares no function", "META-INF/runnel/function.yaml");
  }

  @Test
  void refusesACapabilityThatIsNoModule() throws Exception {
    Path shop = folders.project("shop", "");
    folders.capability("shop/a");
    assertRefused(shop, "shop/a is not in " + shop + "/pom.xml", "add <module>a</module>");
  }

  @Test
  void refusesAManifestThatHasNoPomBesideIt() throws Exception {
    Path shop = folders.project("shop", "<modules><module>a</module></modules>");
    Files.delete(folders.capability("shop/a").resolve("pom.xml"));
    assertRefused(shop, "shop/a has a function.yaml and no pom.xml");
  }

  @Test
  void refusesAPathThatCannotBeWrittenIntoAList() throws Exception {
    assertRefused(folders.capability("a,b"), "a,b has one of the characters ,$\\ in its path");
  }

  @Test
  void refusesNothingAtAll() {
    assertThatThrownBy(() -> Capabilities.of(root, true, List.of()))
        .isInstanceOf(UnusableProject.class)
        .hasMessageStartingWith("--only runs nothing but the projects that follow");
  }

  private void assertRefused(Path project, String... said) {
    assertThatThrownBy(() -> Capabilities.of(root, false, List.of(project)))
        .isInstanceOf(UnusableProject.class)
        .hasMessageContainingAll(said);
  }
}
