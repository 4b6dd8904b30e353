package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * A filter and where it stands.
 *
 * @param pointer JSON Pointer to the filter within its manifest
 * @param positive whether the trigger wants events that the filter accepts; false within an odd
 *     number of {@code not}
 */
public record PlacedFilter(String pointer, Filter filter, boolean positive) {

  /** Every filter of a manifest, those within others included. */
  public static List<PlacedFilter> of(Manifest manifest) {
    List<PlacedFilter> placed = new ArrayList<>();
    List<Trigger> triggers = manifest.triggers();
    for (int i = 0; i < triggers.size(); i++) {
      addAll("/triggers/" + i + "/filters", triggers.get(i).filters(), true, placed);
    }
    return placed;
  }

  private static void addAll(
      String pointer, List<Filter> filters, boolean positive, List<PlacedFilter> placed) {
    for (int i = 0; i < filters.size(); i++) {
      add(new PlacedFilter(pointer + "/" + i, filters.get(i), positive), placed);
    }
  }

  /** Recursive; the depth of filters is limited when a manifest is read. */
  private static void add(PlacedFilter one, List<PlacedFilter> placed) {
    placed.add(one);
    switch (one.filter) {
      case Filter.All(List<Filter> filters) ->
          addAll(one.pointer + "/all", filters, one.positive, placed);
      case Filter.Any(List<Filter> filters) ->
          addAll(one.pointer + "/any", filters, one.positive, placed);
      case Filter.Not(Filter filter) ->
          add(new PlacedFilter(one.pointer + "/not", filter, !one.positive), placed);
      case Filter.Exact _, Filter.Prefix _, Filter.Suffix _, Filter.Cesql _, Filter.Pattern _ -> {}
    }
  }
}
