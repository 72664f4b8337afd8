import { toFailure } from '../../messaging/failures.ts';
import { ask } from '../../messaging/messenger.ts';
import { failureWords } from '../../ui/failure-words.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Asks the background; what went wrong is told in words. */
export const send: (...asked: Parameters<typeof ask>) => Promise<void> = async (type, input) => {
  await ask(type, input).catch((error: unknown) => {
    const failure = toFailure(error);
    showToast(failureWords(failure.code, failure.message));
  });
};
