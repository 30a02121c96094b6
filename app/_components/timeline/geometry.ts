// Fractions of the plot → SVG attributes. Percentages follow the width of the plot by themselves, without a script.

export const LANE_HEIGHT = 20;
export const EXPECTED_HEIGHT = 12;

export function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`;
}
