package dev.runnel.cache.value;

/**
 * A function or chain as the registry had it at a revision.
 *
 * @param number counts the versions of this name from 1
 * @param source who said what the function is
 * @param patient whether it may wait for names that are not there
 * @param document its manifest; empty: there is none any more
 * @param revision of the registry when the copy was made
 */
public record FunctionCopy(
    String name, int number, String source, boolean patient, String document, long revision) {}
