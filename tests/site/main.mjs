// All tests, in one process and with one browser.
import { after } from "node:test";
import { close } from "./site.mjs";

import "./resolver.mjs";
import "./images.mjs";
import "./reading.mjs";
import "./keyboard.mjs";
import "./accessibility.mjs";

after(close);
