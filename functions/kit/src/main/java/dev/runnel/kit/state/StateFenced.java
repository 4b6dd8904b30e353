package dev.runnel.kit.state;

/** A change was not made, since another one has the lease that it depends on. */
public final class StateFenced extends StateFailure {

  private static final long serialVersionUID = 1L;

  public StateFenced(Fence fence) {
    super(
        "nothing was changed: the lease %s has another token than %d by now"
            .formatted(fence.lease(), fence.token()));
  }
}
