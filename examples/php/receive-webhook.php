<?php
// An endpoint for webhooks (Standard Webhooks 1.0.0): checks who sent it before it believes it.
declare(strict_types=1);

$body = file_get_contents('php://input');
$id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
$timestamp = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
$signatures = explode(' ', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '');

$key = base64_decode(substr((string) getenv('BANTUBAYAR_WEBHOOK_SECRET'), strlen('whsec_')));
$expected = 'v1,' . base64_encode(hash_hmac('sha256', "{$id}.{$timestamp}.{$body}", $key, true));
$isSigned = array_filter($signatures, fn (string $given): bool => hash_equals($expected, $given)) !== [];
// Somebody who has heard an old message cannot send it again.
$isFresh = abs(time() - (int) $timestamp) <= 300;

if (!$isSigned || !$isFresh) {
    http_response_code(401);
    exit;
}
http_response_code(204);
$event = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
// A message may come twice: remember $id in your database, and leave out those that you have had.
error_log("{$event['type']} {$id}");
