/** Carries the background's `panel.changed` from the message handlers to the panel, if one is shown. */
export const panelBus = new EventTarget();

/** Called when the background says that the job of this tab changed. */
export const notifyPanelChanged = (): void => void panelBus.dispatchEvent(new Event('changed'));
