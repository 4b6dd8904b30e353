package dev.runnel.server;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.server.invoke.Call;
import dev.runnel.server.invoke.CallResult;
import dev.runnel.server.invoke.Functions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Scripted functions that say they live at a URL, where nobody listens. */
@ApplicationScoped
@Priority(2) // before the placement that would really call there
public class ScriptedUrls implements Functions {

  /** Where functions are put that are scripted. */
  public static final String ADDRESS = "http://127.0.0.1:1/";

  /** An address that the placement objects to. */
  public static final String FORBIDDEN = "http://127.0.0.1:2/";

  private final ScriptedFunctions functions;

  ScriptedUrls(ScriptedFunctions functions) {
    this.functions = functions;
  }

  @Override
  public boolean reaches(FunctionManifest function) {
    return function.handler().stream().allMatch(url -> url.startsWith(ADDRESS));
  }

  @Override
  public List<ManifestError> objections(Declared declared) {
    boolean forbidden =
        declared.manifest() instanceof FunctionManifest function
            && function.handler().contains(FORBIDDEN);
    return forbidden
        ? List.of(declared.error("/handler", "an address that may not be called", ADDRESS))
        : List.of();
  }

  @Override
  public Uni<CallResult> call(Call call) {
    return functions.call(call);
  }
}
