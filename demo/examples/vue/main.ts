import { createApp } from 'vue';
import OrderPage from './OrderPage.vue';
import ProductPage from './ProductPage.vue';

const order = new URLSearchParams(location.search).get('id');
createApp(order ? OrderPage : ProductPage, order ? { id: order } : {}).mount('#root');
