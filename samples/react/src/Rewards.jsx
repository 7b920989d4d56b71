import {useState} from 'react';
import {redeem} from '../../redeem.js';

export function Rewards() {
  const [wanted, setWanted] = useState();

  const answer = (event) => {
    setWanted(event.product.name);
    event.respondWith(redeem(event.product, event.information));
  };

  return (
    <main>
      <h1>Rewards</h1>
      <rai-store gateway="http://127.0.0.1:4200/v1" balance={1000} onrai-redeem={answer}>
        <a href="https://community.example/store">Open the rewards store</a>
      </rai-store>
      {wanted && <p role="status">You asked for {wanted}.</p>}
    </main>
  );
}
