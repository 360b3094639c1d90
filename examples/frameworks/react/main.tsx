import '@collateral/elements/define/all';
import type {} from '@collateral/elements/react';
import { useState, type FormEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { token } from '../token.js';

function Page() {
  const [value, setValue] = useState<number | null>(3);
  const [isLocked, setLocked] = useState(false);
  const [recorded, setRecorded] = useState('');
  const [saved, setSaved] = useState('');
  const [sent, setSent] = useState('');
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(String(new FormData(event.currentTarget).get('deck') ?? 'nothing'));
  };
  return (
    <>
      <form onSubmit={send}>
        <collateral-rating
          name="deck"
          label="Rate this deck"
          value={value}
          readonly={isLocked}
          onInput={(event) => setValue(event.currentTarget.value)}
          oncollateral-rate={(event) => setRecorded(String(event.value))}
        />
        <button id="send">Send</button>
        <button id="two" type="button" onClick={() => setValue(2)}>
          Set 2
        </button>
        <button id="none" type="button" onClick={() => setValue(null)}>
          Set none
        </button>
        <button id="lock" type="button" onClick={() => setLocked(!isLocked)}>
          Lock
        </button>
      </form>
      <collateral-provider endpoint="/collateral" token={token}>
        <collateral-rating
          collateral-id="deck-react"
          label="Rate and save"
          oncollateral-status={(event) => setSaved(event.state)}
        />
      </collateral-provider>
      <p>
        Chosen: <output id="chosen">{String(value)}</output>
      </p>
      <p>
        Recorded: <output id="recorded">{recorded}</output>
      </p>
      <p>
        Saved: <output id="saved">{saved}</output>
      </p>
      <p>
        Sent: <output id="sent">{sent}</output>
      </p>
    </>
  );
}

createRoot(document.querySelector('main')!).render(<Page />);
