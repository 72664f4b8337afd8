import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'surface', 'sunken'];
const text: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] =>
    ['ink', 'ink-soft', 'primary', 'danger'].map((ink) => [ink, ground]),
  ),
  ...['primary', 'accent', 'danger', 'success', 'warning'].map((tone): [string, string] => ['ink', `${tone}-soft`]),
  ['primary-strong', 'primary-soft'],
  ['primary', 'primary-soft'],
  ['danger', 'danger-soft'],
  ['success', 'success-soft'],
  ['warning', 'warning-soft'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-stop', 'stop'],
  ['on-stop', 'stop-strong'],
];
const shapes: [string, string][] = grounds.flatMap((ground): [string, string][] => [
  ['line-strong', ground],
  ['focus', ground],
]);

test.each(['light', 'dark'] as const)('%s: text reads at 4.5:1 and shapes at 3:1', (scheme) => {
  const of = (name: string): string => tokens.get(name)?.[scheme] ?? expect.fail(`no token ${name}`);
  const weak = [
    ...text.filter(([a, b]) => contrast(of(a), of(b)) < 4.5),
    ...shapes.filter(([a, b]) => contrast(of(a), of(b)) < 3),
  ].map(([a, b]) => `${a} on ${b}: ${contrast(of(a), of(b)).toFixed(2)}`);
  expect(weak).toEqual([]);
});
