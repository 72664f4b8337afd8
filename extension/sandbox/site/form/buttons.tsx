/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { boot, say, switches, tid } from '../page-data.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Submit } from './submit.ts';

/** The buttons under the form and what their answers open; with "duplicate copies" a hidden set for phones comes first. */
export function Buttons({ submit }: { submit: Submit }): ReactNode {
  return (
    <>
      {switches.duplicateCopies && (
        <div className="u-mobiles-only">
          <ButtonRow submit={submit} />
        </div>
      )}
      <div className={switches.duplicateCopies ? 'u-desktops-only' : ''}>
        <ButtonRow submit={submit} />
      </div>
      <Outcome submit={submit} />
    </>
  );
}

function ButtonRow({ submit }: { submit: Submit }): ReactNode {
  const isLiveEdit = boot.page === 'edit' && !boot.isDraft;
  return (
    <div className="buttons">
      {submit.problem && (
        <p className="field-error" role="alert">
          {submit.problem}
        </p>
      )}
      {boot.isDraft && (
        <button
          type="button"
          className="quiet"
          {...tid('upload-form-delete-draft-button')}
          onClick={submit.deleteDraft}
        >
          {say('deleteDraft')}
        </button>
      )}
      {!isLiveEdit && (
        <button
          type="button"
          className="secondary"
          {...tid('upload-form-save-draft-button')}
          onClick={(event) => submit.saveDraft(event.nativeEvent.isTrusted)}
        >
          {say('saveDraft')}
        </button>
      )}
      <button
        type="button"
        className="primary"
        {...tid('upload-form-save-button')}
        onClick={(event) => submit.publish(event.nativeEvent.isTrusted)}
      >
        {say(isLiveEdit ? 'save' : 'upload')}
      </button>
    </div>
  );
}

function Outcome({ submit }: { submit: Submit }): ReactNode {
  const close = submit.closeModal;
  if (submit.modal === 'verification') {
    return (
      <Dialog
        testId="item-verification-modal"
        title={say('verification')}
        text={say('verificationText')}
        buttons={[{ label: say('agreed'), testId: 'item-verification-modal-close', onClick: close }]}
      />
    );
  }
  if (submit.modal === 'luxury') {
    const buttons = [
      { label: say('addMorePhotos'), onClick: close },
      { label: say('ignore'), onClick: close },
    ];
    return <Dialog testId="luxury-photos-modal" title={say('luxuryTitle')} buttons={buttons} />;
  }
  if (submit.modal === 'second-factor') {
    return (
      <Dialog
        testId="second-factor-modal"
        title={say('secondFactor')}
        buttons={[{ label: say('agreed'), onClick: close }]}
      >
        <input name="code" inputMode="numeric" />
      </Dialog>
    );
  }
  if (submit.modal === 'restricted') {
    return (
      <Dialog
        testId="restricted-modal"
        title={say('restricted')}
        text={say('restrictedText')}
        buttons={[{ label: say('agreed'), onClick: close }]}
      />
    );
  }
  return null;
}
