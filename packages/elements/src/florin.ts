// The file that a merchant's page loads: <script type="module" src="florin.js">. Everything else comes when it is needed.
import './define/checkout.js';
