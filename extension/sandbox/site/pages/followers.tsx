/** @jsxImportSource react */
import type { ReactNode } from 'react';

import { call } from '../api.ts';
import { boot, say } from '../page-data.ts';
import { useAnswer } from '../ui/use-answer.ts';

type List = { users: { id: number; login: string; is_favourite: boolean }[] };

export function Followers(): ReactNode {
  const [list] = useAnswer<List>(`users/${boot.subject}/followers?page=1&per_page=100`);
  const [member] = useAnswer<{ user: { login: string } }>(`users/${boot.subject}`);
  const toggle = (id: number): void =>
    void call('POST', 'followed_users/toggle', { user_id: id }).then(() => location.reload());
  return (
    <main className="plain">
      <h1>{say('followers')}</h1>
      {list?.users.length === 0 && <p>{say('noFollowers', { name: member?.user.login ?? '' })}</p>}
      <ul className="list">
        {list?.users.map((user) => (
          <li key={user.id} className="row">
            <a href={`/member/${user.id}-${user.login}`}>{user.login}</a>
            <button type="button" className="secondary" onClick={() => toggle(user.id)}>
              {say(user.is_favourite ? 'following' : 'follow')}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
