/** Below this the category stays open and the seller is offered the three likeliest. */
export const categoryThreshold = 0.6;

/**
 * Averaged over a photo and its mirror image the network is no surer than it is right (models/README.md); it has no
 * word for "none of these", so it never gets to claim certainty.
 */
export const honest = (probability: number): number => Math.min(0.95, probability);

/** A close-up of print fools the network: with nothing but labels its guesses are offered and never taken. */
export const onlyLabels = 0.5;
