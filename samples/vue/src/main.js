import {createApp} from 'vue';
import Rewards from './Rewards.vue';

createApp(Rewards).mount('#app');
