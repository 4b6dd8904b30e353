package dev.runnel.kit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The kit's own tests run an application of sample functions. Its manifests are no resource of the
 * class path, where every capability that uses the kit's test classes would find them.
 */
public class SampleApplication implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(CapabilityManifests.FILES, "src/test/resources/sample/function.yaml");
  }

  /** The same where the router lives in the same application. */
  public static class BesideRouter extends SampleApplication {

    @Override
    public Map<String, String> getConfigOverrides() {
      var overrides = new java.util.TreeMap<>(super.getConfigOverrides());
      overrides.put("runnel.kit.root", "false");
      return overrides;
    }
  }

  /** The same with room for one call, and with a sink at which nobody listens. */
  public static class Small extends SampleApplication {

    @Override
    public Map<String, String> getConfigOverrides() {
      var overrides = new java.util.TreeMap<>(super.getConfigOverrides());
      overrides.put("runnel.kit.max-calls", "1");
      overrides.put("K_SINK", "http://localhost:1/");
      return overrides;
    }
  }
}
