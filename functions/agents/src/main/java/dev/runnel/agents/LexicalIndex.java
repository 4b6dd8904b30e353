package dev.runnel.agents;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How rare each of a query's terms is among the texts, which makes likeness of words comparable:
 * BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond",
 * section 3.2) with the usual k1 and b, and the inverse document frequency that is never negative.
 */
final class LexicalIndex {

  /** How soon repeating a term stops to count. */
  private static final double K1 = 1.2;

  /** How much long texts are held back. */
  private static final double B = 0.75;

  private final Map<String, Double> rarity = new HashMap<>();
  private final double meanLength;
  private final double full;

  LexicalIndex(Terms query, Collection<Terms> texts) {
    meanLength = texts.stream().mapToInt(Terms::length).average().orElse(1);
    var textsWith = new HashMap<String, Integer>();
    for (Terms text : texts) {
      text.distinct().forEach(term -> textsWith.merge(term, 1, Integer::sum));
    }
    for (String term : query.distinct()) {
      int with = textsWith.getOrDefault(term, 0);
      rarity.put(term, Math.log1p((texts.size() - with + 0.5) / (with + 0.5)));
    }
    full = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * How well the text answers the query, 0 to 1: its BM25 score as a share of what a text of mean
   * length would score that has each of the query's terms once. More than that is no better.
   */
  double similarity(Terms text) {
    double held = K1 * (1 - B + B * text.length() / meanLength);
    double score = 0;
    for (String term : text.distinct()) {
      double count = text.count(term);
      score += rarity.getOrDefault(term, 0.0) * count * (K1 + 1) / (count + held);
    }
    return full == 0 ? 0 : Math.min(1, score / full);
  }
}
