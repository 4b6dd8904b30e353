package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.runtime.FunctionRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundFunctionsTest {
  @TempDir Path folder;

  /** A function without a manifest. */
  public static class Lonely {
    public String sing() {
      return "la";
    }
  }

  @BeforeEach
  void registerAFunctionAsFunqyDoes() {
    var funqy = new FunctionRecorder();
    funqy.init();
    funqy.register(Lonely.class, "sing", "()Ljava/lang/String;", "sing");
  }

  private BoundFunctions bound(String manifest) throws IOException {
    Path file = Files.writeString(folder.resolve("function.yaml"), manifest);
    var manifests = new CapabilityManifests(Optional.of(List.of(file)));
    return new BoundFunctions(manifests, new ObjectMapper());
  }

  @Test
  void doesNotStartBeforeEveryManifestHasItsMethodAndEveryMethodItsManifest() {
    assertThatThrownBy(() -> bound("name: dance\nruntime: native\nhandler: dev.x.Dancer#dance\n"))
        .hasMessageContaining("2 wrong")
        .hasMessageContaining("@Funq(\"dance\")")
        .hasMessageContaining("no manifest is named sing");
  }

  @Test
  void doesNotCallAManifestMissingThatCannotBeRead() {
    assertThatThrownBy(() -> bound("name: sing\nruntime: native\nhandle: typo\n"))
        .hasMessageContaining("handle")
        .message()
        .doesNotContain("no manifest is named sing");
  }
}
