import {createRoot} from 'react-dom/client';
import {Rewards} from './Rewards.jsx';

createRoot(document.getElementById('app')).render(<Rewards />);
