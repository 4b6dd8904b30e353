package dev.runnel.agents;

/**
 * What others thought of an agent's work.
 *
 * @param mean the mean of all ratings, 0 to 1
 * @param ratings how many there were
 */
record Quality(double mean, int ratings) {

  /** Of an agent whom nobody has rated. */
  static final Quality UNRATED = new Quality(0, 0);

  private static final double PRIOR_MEAN = 0.5;
  private static final double PRIOR_RATINGS = 5;

  /**
   * The rating to expect next, 0 to 1: the mean of a beta posterior whose prior weighs as much as
   * five ratings of one half, so that one happy customer does not beat a hundred (Gelman et al.,
   * "Bayesian Data Analysis", 3rd edition, section 2.4).
   */
  double expected() {
    return (PRIOR_MEAN * PRIOR_RATINGS + mean * ratings) / (PRIOR_RATINGS + ratings);
  }
}
