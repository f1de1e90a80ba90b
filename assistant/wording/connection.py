"""One chat with an OpenAI-compatible service over llama-index's client; imported when a language model is first used."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import httpx
import openai
from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.llms.openai_like import OpenAILike

from assistant.wording.settings import ModelSettings

if TYPE_CHECKING:
    from assistant.wording.model import Failure

_LONGEST_REPLY = 2_000_000
"""Bytes on the wire, envelopes included."""
_WINDOW = 8_192


def ready() -> None:
    """Load what the client only loads when it is first used, and the certificates."""
    _certificates()
    openai.AsyncOpenAI(api_key="none", base_url="http://localhost").chat.completions  # noqa: B018


@asynccontextmanager
async def chat(
    settings: ModelSettings, system: str, user: str, tokens: int
) -> AsyncIterator[AsyncGenerator[ChatResponse, None]]:
    """The responses of one streamed chat; no redirect is followed, nothing is tried again, no tool is offered."""
    transport = _Limited(httpx.AsyncHTTPTransport(verify=_certificates()))
    async with httpx.AsyncClient(transport=transport, timeout=settings.seconds, follow_redirects=False) as client:
        model = OpenAILike(
            model=settings.model,
            api_base=settings.base_url,
            api_key=settings.api_key.get_secret_value() or "none",
            is_chat_model=True,
            is_function_calling_model=False,
            context_window=_WINDOW,
            max_tokens=tokens,
            temperature=0.0,
            timeout=settings.seconds,
            max_retries=0,
            async_http_client=client,  # type: ignore[call-arg]  # taken by its base class, whose signature is hidden
        )
        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=system),
            ChatMessage(role=MessageRole.USER, content=user),
        ]
        yield await model.astream_chat(messages)


def failure_of(error: Exception) -> Failure:
    """What an error of the client comes to."""
    if isinstance(error, openai.RateLimitError):
        return "busy"
    if isinstance(error, TimeoutError | openai.APITimeoutError | httpx.TimeoutException):
        return "timeout"
    if isinstance(error, openai.APIStatusError):
        return "failed"
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError):
        return "cut"
    if isinstance(error, openai.APIConnectionError | httpx.TransportError):
        return "unreachable"
    return "unusable"


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context()


class _Limited(httpx.AsyncBaseTransport):
    """Gives up a reply that is longer than any answer."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _LimitedStream(response.stream)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _LimitedStream(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for block in self._inner:
            read += len(block)
            if read > _LONGEST_REPLY:
                raise ValueError("the reply is longer than any answer")
            yield block

    async def aclose(self) -> None:
        await self._inner.aclose()
