import {mount} from 'svelte';
import Rewards from './Rewards.svelte';

mount(Rewards, {target: document.getElementById('app')});
