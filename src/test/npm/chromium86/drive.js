// A phone with Chromium 86 walks through Lianxin: node drive.js raise|judge|desk HOME NUMBER PASSWORD PICTURES [PHOTO | ADDRESS].
// Says on one line what it met.
'use strict';
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');
const { brotliDecompressSync } = require('zlib');
const puppeteer = require('puppeteer-core');

const [errand, home, number, password, pictures, what] = process.argv.slice(2);
const packed = path.join(path.dirname(require.resolve('chrome-aws-lambda/package.json')), 'bin');

// The package brings the browser packed; unpacked once, and whole or not at all.
function program() {
  const directory = path.join(packed, '..', 'unpacked');
  if (!fs.existsSync(directory)) {
    const scratch = fs.mkdtempSync(`${directory}-`);
    const unpack = (name) => brotliDecompressSync(fs.readFileSync(path.join(packed, `${name}.br`)));
    fs.writeFileSync(path.join(scratch, 'chromium'), unpack('chromium'), { mode: 0o755 });
    execFileSync('tar', ['-x', '-C', scratch], { input: unpack('swiftshader.tar') });
    try {
      fs.renameSync(scratch, directory);
    } catch (taken) {
      if (!fs.existsSync(directory)) throw taken;
      fs.rmSync(scratch, { recursive: true });
    }
  }
  return path.join(directory, 'chromium');
}

const met = { pages: [], errors: [] };

async function look(page, name) {
  // Pictures load when somebody comes near them.
  await page.evaluate(() =>
    Promise.all([...document.images].map((one) => (one.scrollIntoView(), one.complete || new Promise((done) => (one.onload = one.onerror = done))))),
  );
  met.pages.push(
    await page.evaluate((title) => {
      const small = [...document.querySelectorAll('main button, main a.button, main label.choice')]
        .map((one) => ({ box: one.getBoundingClientRect(), words: one.innerText.trim() }))
        .filter((one) => innerWidth < 400 && one.box.height > 0 && one.box.height < 44)
        .map((one) => `${one.words}: ${one.box.height}`);
      const root = document.documentElement;
      return { title, wider: root.scrollWidth - root.clientWidth, small, pictures: [...document.images].map((one) => one.naturalWidth) };
    }, name),
  );
  await page.screenshot({ path: path.join(pictures, `chromium-86-${name}.png`), fullPage: true });
}

async function press(page, selector) {
  await page.waitForSelector(selector, { visible: true });
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(selector)]);
}

async function signIn(page) {
  await page.goto(`${home}/sign-in`);
  await page.type('#number', number);
  await page.type('#password', password);
  await press(page, 'main .button-go');
}

const errands = {
  async raise(page) {
    await signIn(page);
    await look(page, 'home');
    await press(page, 'a[href="/concerns/new"]');
    await page.type('#text', '澡堂晚班下来没热水，连着四天了');
    await (await page.$('#files')).uploadFile(what);
    await look(page, 'words');
    await press(page, '.action-bar .button-go');
    await page.type('#place', '二号澡堂');
    await look(page, 'matter');
    await press(page, '.action-bar .button-go');
    await look(page, 'name');
    await press(page, '.action-bar .button-go');
    await look(page, 'sent');
    met.digits = await page.$eval('.digits', (one) => one.innerText.replace(/\s/g, ''));
  },

  async judge(page) {
    await signIn(page);
    await page.goto(home + what);
    await look(page, 'answered');
    await page.click('input[name=solved][value=PARTLY] + .choice-body');
    await press(page, 'button[name=satisfied][value=SATISFIED]');
    await look(page, 'judged');
    met.kept = await page.$eval('[role=status]', (one) => one.innerText);
  },

  // By the keyboard alone: the next line, open it, and the case stands beside the list.
  async desk(page) {
    await page.setViewport({ width: 1440, height: 900 });
    await signIn(page);
    await page.goto(home + what);
    await look(page, 'desk');
    await page.keyboard.press('j');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
    await page.waitForSelector('.side-case select[name=lead]', { visible: true });
    met.lines = (await page.$$('.concern-table .row-link')).length;
    await look(page, 'desk-case');
  },
};

async function drive() {
  const browser = await puppeteer.launch({
    executablePath: program(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
    defaultViewport: { width: 360, height: 740, isMobile: true, hasTouch: true },
  });
  try {
    met.version = await browser.version();
    const page = await browser.newPage();
    page.on('pageerror', (error) => met.errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && met.errors.push(message.text()));
    page.on('requestfailed', (request) => met.errors.push(`${request.url()} ${request.failure().errorText}`));
    page.on('response', (response) => response.status() >= 400 && met.errors.push(`${response.url()} ${response.status()}`));
    await errands[errand](page);
  } finally {
    await browser.close();
  }
}

drive().then(
  () => process.stdout.write(JSON.stringify(met) + '\n'),
  (error) => {
    process.stderr.write(`${error && error.stack ? error.stack : error}\n${JSON.stringify(met)}\n`);
    process.exit(1);
  },
);
