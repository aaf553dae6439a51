<?php
// Starts a run, waits for its end, and tells who failed. Plain PHP 8 with curl: no library needed.
declare(strict_types=1);

function call(string $method, string $path, ?array $body = null): array
{
    $base = getenv('BANTUBAYAR_URL') ?: 'http://localhost:3000';
    $curl = curl_init($base . $path);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_HTTPHEADER => [
            'Authorization: Bearer ' . getenv('BANTUBAYAR_TOKEN'),
            'Accept: application/json',
            'Content-Type: application/json',
        ],
    ]);
    if ($body !== null) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body, JSON_THROW_ON_ERROR));
    }
    $text = curl_exec($curl);
    if ($text === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    $answer = json_decode($text, true, 512, JSON_THROW_ON_ERROR);
    if ($status >= 400) {
        // code is for programs, message for people.
        throw new RuntimeException("{$answer['code']}: {$answer['message']}");
    }
    return $answer;
}

$started = call('POST', '/admin/sync-pembayaran/start', ['queue' => true]);
do {
    sleep(1);
    $run = call('GET', "/admin/sync-pembayaran/runs/{$started['runId']}");
} while (!in_array($run['status'], ['completed', 'partial', 'cancelled', 'failed'], true));
echo "Run {$run['id']} {$run['status']}: {$run['successCount']} of {$run['total']} students, {$run['failed']} failed\n";

$query = '?outcome=failed&limit=500';
do {
    $page = call('GET', "/admin/sync-pembayaran/runs/{$run['id']}/siswa{$query}");
    foreach ($page['items'] as $siswa) {
        echo "{$siswa['idperson']} {$siswa['nama']}: {$siswa['reason']}\n";
    }
    $query = '?outcome=failed&limit=500&cursor=' . urlencode((string) $page['nextCursor']);
} while ($page['nextCursor'] !== null);
