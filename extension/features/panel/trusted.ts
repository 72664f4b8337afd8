/** Runs `act` for what a person did; an event made by a script of the page is dropped. */
export const trusted =
  <E extends Event>(act: (event: E) => void) =>
  (event: E): void => {
    if (event.isTrusted) act(event);
  };
