package dev.runnel.journal;

/**
 * What this router is called among others. Started again, it has the same name, so that it takes
 * over its own runs at once; no two routers that live at the same time share one.
 */
public record RouterName(String value) {}
