import { token } from '../token.js';

const { two, none, lock, chosen, recorded, saved, sent } = window;
const [rating, saving] = document.querySelectorAll('collateral-rating');
const provider = document.querySelector('collateral-provider');
provider.token = token;

rating.addEventListener('input', () => (chosen.value = String(rating.value)));
rating.addEventListener('collateral-rate', (event) => (recorded.value = String(event.value)));
saving.addEventListener('collateral-status', (event) => (saved.value = event.state));
two.addEventListener('click', () => set(2));
none.addEventListener('click', () => set(null));
lock.addEventListener('click', () => (rating.readonly = !rating.readonly));
document.forms[0].addEventListener('submit', (event) => {
  event.preventDefault();
  sent.value = new FormData(event.target).get('deck') ?? 'nothing';
});

function set(value) {
  rating.value = value;
  chosen.value = String(value);
}
