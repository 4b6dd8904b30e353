package dev.runnel.server.config;

/** A way to choose between a function's URLs. */
public enum Strategy {
  ROUND_ROBIN,
  LEAST_CONNECTIONS,
  WEIGHTED_RESPONSE_TIME
}
