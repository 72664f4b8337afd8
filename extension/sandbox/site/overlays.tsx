/** @jsxImportSource react */
import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

import { boot, say, switches, tid } from './page-data.ts';

const seen = (name: string): boolean => document.cookie.includes(`${name}=yes`);
const remember = (name: string): void => {
  document.cookie = `${name}=yes; path=/`;
};

/** The consent banner and its dark filter, which swallows clicks on the page. */
export function ConsentBanner(): ReactNode {
  const [open, setOpen] = useState(switches.cookieBanner && !seen('OptanonAlertBoxClosed'));
  const host = document.querySelector('#onetrust-consent-sdk');
  if (!open || !host) return null;
  const close = (): void => {
    remember('OptanonAlertBoxClosed');
    setOpen(false);
  };
  return createPortal(
    <>
      <div className="onetrust-pc-dark-filter" />
      <div id="onetrust-banner-sdk" role="dialog" aria-label={say('cookiesTitle')}>
        <p>{say('cookiesTitle')}</p>
        <button id="onetrust-reject-all-handler" type="button" className="secondary" onClick={close}>
          {say('cookiesNeeded')}
        </button>
        <button id="onetrust-accept-btn-handler" type="button" className="primary" onClick={close}>
          {say('cookiesAll')}
        </button>
      </div>
    </>,
    host,
  );
}

/** vinted.com first asks where one lives. */
export function CountryPicker(): ReactNode {
  const [open, setOpen] = useState(
    switches.countryPicker && location.hostname === 'www.vinted.com' && !seen('country'),
  );
  if (!open) return null;
  const close = (): void => {
    remember('country');
    setOpen(false);
  };
  return (
    <div className="web_ui__Dialog__overlay">
      <div role="dialog" aria-modal="true" aria-label={say('whereLive')} className="web_ui__Dialog__content dialog">
        <h2>{say('whereLive')}</h2>
        {['United States', 'France', 'United Kingdom'].map((country) => (
          <button key={country} type="button" className="secondary" onClick={close}>
            {country}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The header, and with "duplicate copies" its zero-size twin for phones. */
export function Header(): ReactNode {
  return (
    <header className="site-header">
      <a className="logo" href="/">
        Vinted
      </a>
      <span className="grow" />
      {switches.duplicateCopies && boot.user && (
        <div className="u-mobiles-only">
          <SignedIn />
        </div>
      )}
      {boot.user ? <SignedIn /> : <a href="/member/signup/select_type">{say('login')}</a>}
    </header>
  );
}

const avatar =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ccircle cx='16' cy='16' r='16' fill='%2309b1ba'/%3E%3C/svg%3E";

function SignedIn(): ReactNode {
  const user = boot.user!;
  return (
    <>
      <a href="/inbox" {...tid('header-conversations-button')} aria-label={say('messages')}>
        ✉
      </a>
      <button
        type="button"
        className="quiet"
        {...tid('user-menu-button')}
        onClick={() => location.assign(`/member/${user.id}`)}
      >
        <img src={avatar} alt={user.login} width={32} height={32} />
      </button>
      <a className="primary" href="/items/new" {...tid('prohibited-listing-education-upload-button')}>
        {say('sellNow')}
      </a>
    </>
  );
}
