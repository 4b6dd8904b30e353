package dev.runnel.agents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tensor-encode} answered, as far as it is read here.
 *
 * @param vector the meaning of the description
 */
public record Encoded(@Nullable List<@Nullable Float> vector) {}
