/** Around every plot. */
export const plot = {
  plot: "plot",
  keys: "With the arrow keys you go from value to value.",
  asTable: "As a table",
};
