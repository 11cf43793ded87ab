"""From many threads, and from coroutines."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import sagepath
from sagepath import image_uris


def ask(number):
    region = ("us-east-1", "us-west-2", "eu-west-1")[number % 3]
    path = image_uris.retrieve("kmeans", region)
    assert f".{region}." in path
    try:
        sagepath.resolve("xgbost", region)
    except sagepath.Error as error:
        assert error.suggestion == "xgboost"
    return sagepath.identify(path).verdict


def test_threads():
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(ask, range(2000))) == {"right"}


def test_coroutines():
    async def ask_all():
        loop = asyncio.get_running_loop()
        return await asyncio.gather(*(loop.run_in_executor(None, ask, number) for number in range(100)))

    assert set(asyncio.run(ask_all())) == {"right"}


def test_other_threads_run_while_files_are_checked(tmp_path):
    for number in range(300):
        path = f"683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-{number}"
        (tmp_path / f"{number}.yaml").write_text(f"image: {path}\n" * 50)
    beats, done = [], threading.Event()

    def beat():
        while not done.is_set():
            beats.append(time.perf_counter())
            time.sleep(0.001)

    thread = threading.Thread(target=beat)
    thread.start()
    started = time.perf_counter()
    findings = sagepath.check(tmp_path)
    ended = time.perf_counter()
    done.set()
    thread.join()
    assert findings
    assert [beat for beat in beats if started < beat < ended]
